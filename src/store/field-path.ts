const stepRule = /^[A-Za-z_]\w*$/;
const nameRule = /^[A-Za-z][A-Za-z0-9_-]*$/;

/**
 * The steps of a field's path, safe to be written into SQL and index policies. Throws RangeError for a path that is
 * not made of plain names.
 */
export function fieldSteps(field: string): readonly string[] {
  const steps = field.split('.');
  if (steps.every((step) => stepRule.test(step))) return steps;
  throw new RangeError(`"${field}" cannot be an indexed field: each step must match ${stepRule.source}`);
}

/** A collection's name, safe to name a table or a container. Throws RangeError otherwise. */
export function checkedName(name: string): string {
  if (nameRule.test(name)) return name;
  throw new RangeError(`"${name}" cannot name a collection: it must match ${nameRule.source}`);
}
