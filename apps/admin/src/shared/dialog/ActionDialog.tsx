import Dialog from '@mui/material/Dialog';
import { useId } from 'react';
import { ActionForm, type ActionFormProps } from './ActionForm';

export interface ActionDialogProps extends Omit<ActionFormProps, 'titleId'> {
  readonly open: boolean;
}

/**
 * Every action that changes something: the verb as title and on the button, what will happen as a sentence, a reason where one is asked, `Enter`
 * confirms. When the API refuses, the dialog stays with all that was typed and says why.
 */
export function ActionDialog({ open, ...form }: ActionDialogProps) {
  const titleId = useId();
  return (
    <Dialog open={open} onClose={form.onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <ActionForm {...form} titleId={titleId} />
    </Dialog>
  );
}
