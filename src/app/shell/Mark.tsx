/** The mark: two nodes and the link between them, broken. The same drawing as `public/icon.svg`. */
export function Mark() {
  return (
    <svg viewBox="6 16 51 32" width="41" height="26" aria-hidden="true" fill="none" stroke="currentColor">
      <path d="M13 32h16M36 32h7" strokeWidth="3.5" />
      <circle cx="15" cy="32" r="7.5" fill="var(--blue)" stroke="none" />
      <circle cx="49" cy="32" r="6" strokeWidth="3.5" />
      <path d="M37 19L28 45" stroke="var(--vermilion)" strokeWidth="4" />
    </svg>
  );
}
