/** A dialog that rises from the lower edge on small screens, where a thumb reaches, and is centred on wide ones. */
import { Dialog, type DialogProps } from './Dialog';

export type BottomSheetProps = Omit<DialogProps, 'place'>;

export function BottomSheet(props: BottomSheetProps) {
  return <Dialog {...props} place="bottom" />;
}
