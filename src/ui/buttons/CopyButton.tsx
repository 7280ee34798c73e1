/**
 * Copies a text and says, also aloud, whether that worked. Where the browser does not let the page copy, the text
 * appears in a field, to be copied by hand.
 */
import { type ReactNode, useState } from 'react';
import { Button } from './Button';
import styles from './CopyButton.module.css';

export interface CopyButtonProps {
  children: ReactNode;
  icon?: ReactNode;
  /** What to copy, asked for on the press; null when there is nothing, and `failed` says why. */
  text: () => string | null | Promise<string | null>;
  copied: string;
  failed?: string | undefined;
}

export function CopyButton({
  children,
  icon,
  text,
  copied,
  failed = 'There is nothing to copy.',
}: CopyButtonProps) {
  const [said, say] = useState('');
  const [shown, setShown] = useState<string | null>(null);

  async function copy(): Promise<void> {
    const wanted = await text();
    setShown(null);
    if (wanted === null) return say(failed);
    try {
      await navigator.clipboard.writeText(wanted);
      say(copied);
    } catch {
      setShown(wanted);
      say('This browser does not let the page copy. Here it is, to copy by hand.');
    }
  }

  return (
    <div className={styles.copy}>
      <Button icon={icon} onClick={() => void copy()}>
        {children}
      </Button>
      <p role="status" className={styles.said}>
        {said}
      </p>
      {shown !== null && (
        <textarea
          className={styles.text}
          readOnly
          rows={3}
          value={shown}
          aria-label="The text to copy"
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  );
}
