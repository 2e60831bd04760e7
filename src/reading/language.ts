/**
 * The tag of a language in its usual form, such as `en-GB`. Undefined for what is none, such as `English`.
 */
export function languageTag(text: string | undefined): string | undefined {
  const written = text?.trim().replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/iu.test(written)) return undefined;
  try {
    return new Intl.Locale(written).toString();
  } catch {
    return undefined;
  }
}

/** How a language is called in the reader's; empty when it is the reader's own or unknown. */
export function foreignLanguage(tag: string | undefined, locale: string): string {
  if (!tag) return '';
  const language = new Intl.Locale(tag).language;
  if (language === new Intl.Locale(locale).language) return '';
  return new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(language) ?? '';
}
