/**
 * Calls back on the browser's own `change` event, which comes once when a value is settled (the thumb let go,
 * Enter pressed, the field left). React's `onChange` is the browser's `input` event, one for every twitch.
 */
import { type RefObject, useEffect, useEffectEvent } from 'react';

export function useNativeChange(ref: RefObject<HTMLInputElement | null>, onSettled: (text: string) => void) {
  const settled = useEffectEvent(onSettled);
  useEffect(() => {
    const input = ref.current;
    if (!input) return;
    const listen = () => settled(input.value);
    input.addEventListener('change', listen);
    return () => input.removeEventListener('change', listen);
  }, [ref]);
}
