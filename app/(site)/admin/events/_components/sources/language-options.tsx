/** The languages in which stories under watch are reported most; any other tag may be typed. */
const LANGUAGES = [
  ["en", "English"],
  ["ar", "Arabic"],
  ["fa", "Persian"],
  ["he", "Hebrew"],
  ["ru", "Russian"],
  ["uk", "Ukrainian"],
  ["zh", "Chinese"],
  ["fr", "French"],
  ["de", "German"],
  ["es", "Spanish"],
  ["tr", "Turkish"],
  ["ur", "Urdu"],
] as const;

/** What a field for a language offers. */
export function LanguageOptions({ id }: { id: string }) {
  return (
    <datalist id={id}>
      {LANGUAGES.map(([code, name]) => (
        <option key={code} value={code} label={name} />
      ))}
    </datalist>
  );
}
