/** Where a card stands decides which of Teams' actions its buttons must be. */
export type Surface =
  /** A message, from which forms open as dialogs. */
  | 'message'
  /** A message of a client that cannot open dialogs: forms take the message's place. */
  | 'inlineMessage'
  /** Inside a dialog, where Teams documents Action.Submit alone. */
  | 'dialog';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export const isObject = (json: Json): json is { readonly [key: string]: Json } =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const isList = (json: Json): json is readonly Json[] => Array.isArray(json);

/** Turns the neutral buttons of a template (`verb`: open, submit, cancel, act) into those that work on a surface. */
export function forSurface(json: Json, surface: Surface): Json {
  if (isList(json))
    return json.flatMap((item) => (isDropped(item, surface) ? [] : [forSurface(item, surface)]));
  if (!isObject(json)) return json;
  const rebuilt = Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, forSurface(value, surface)]),
  );
  return json.type === 'Action.Execute' ? buttonFor(rebuilt, surface) : rebuilt;
}

const isDropped = (item: Json, surface: Surface): boolean =>
  isObject(item) && item.type === 'Action.Execute' && item.verb === 'cancel' && surface !== 'inlineMessage';

function buttonFor(button: { [key: string]: Json }, surface: Surface): Json {
  const { verb, data = {}, ...rest } = button;
  const carried = isObject(data) ? data : {};
  if (surface === 'dialog') return { ...rest, type: 'Action.Submit', data: carried };
  if (surface === 'message' && verb === 'open')
    return { ...rest, type: 'Action.Submit', data: { msteams: { type: 'task/fetch' }, ...carried } };
  const sent = verb === 'cancel' ? { ...carried, cancel: true } : carried;
  // Clients that do not know Action.Execute send the same as a message.
  const fallback = { type: 'Action.Submit', title: rest.title ?? '', data: sent };
  return { ...rest, verb: verb ?? 'act', data: sent, fallback };
}

export type { Json };
