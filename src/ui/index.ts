/**
 * The design system. It knows buttons, fields and panels; it does not know what they are about.
 *
 * The style sheet `global.css` is imported once by the page; `preloadedFonts` is for whoever writes its head.
 */
export { Button, type ButtonProps } from './buttons/Button';
export { ButtonLink, type ButtonLinkProps } from './buttons/ButtonLink';
export { ButtonRow, type ButtonRowProps } from './buttons/ButtonRow';
export { CopyButton, type CopyButtonProps } from './buttons/CopyButton';
export { IconButton, type IconButtonProps } from './buttons/IconButton';
export { cx } from './cx';
export { Checkbox, type CheckboxProps } from './fields/Checkbox';
export { NumberField, type NumberFieldProps } from './fields/NumberField';
export { RadioGroup, type RadioGroupProps, type RadioOption } from './fields/RadioGroup';
export { Range } from './fields/Range';
export { type Choice, Select, type SelectProps } from './fields/Select';
export { Slider, type SliderProps } from './fields/Slider';
export { Switch, type SwitchProps } from './fields/Switch';
export { TextField, type TextFieldProps } from './fields/TextField';
export { type ThemeChoice, ThemeSwitch, type ThemeSwitchProps } from './fields/ThemeSwitch';
export * from './icons';
export { BottomSheet, type BottomSheetProps } from './overlays/BottomSheet';
export { Dialog, type DialogProps } from './overlays/Dialog';
export {
  Menu,
  type MenuAction,
  type MenuEntry,
  type MenuHandle,
  type MenuProps,
  type MenuTrigger,
} from './overlays/Menu';
export { Popover, type PopoverProps } from './overlays/Popover';
export { type Toast, ToastProvider, useToast } from './overlays/Toasts';
export { preloadedFonts } from './preload';
export { Chip, type ChipProps } from './reading/Chip';
export { ChipMark, type ChipShape, chipShapes } from './reading/ChipMark';
export { Disclosure, type DisclosureProps } from './reading/Disclosure';
export { Kbd } from './reading/Kbd';
export { Notice, type NoticeProps, type NoticeTone } from './reading/Notice';
export { type Column, Table, type TableProps } from './reading/Table';
export { type Tab, Tabs, type TabsProps } from './reading/Tabs';
export { VisuallyHidden } from './reading/VisuallyHidden';
export type { Hue } from './tokens';
export { hues } from './tokens';
