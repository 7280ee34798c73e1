/** A name any file system takes. */
export const fileName = (name: string): string => {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${plain.replace(/^-+|-+$/g, '').slice(0, 60) || 'history'}.json`;
};
