import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import { isApiError } from '../../providers/apiError';
import { useErrorText } from '../errors';
import { isComposing, pressOf } from '../keyboard';

export interface ReasonField {
  readonly label: string;
  readonly required?: boolean;
  readonly help?: string;
  readonly maxLength?: number;
}

export interface ActionFormProps {
  readonly titleId: string;
  /** The verb with its object: 拒绝申请. It is also the button's text. */
  readonly title: string;
  /** What will happen, to how many, who pays, when; an `ImpactPanel` where rules change. */
  readonly effect: ReactNode;
  /** The button's text where it says more than the title: 「同意 31 单，合计 ¥4,210.00」. */
  readonly confirm?: string;
  /** Cannot be taken back. */
  readonly danger?: boolean;
  readonly reason?: ReasonField;
  /** Further fields; the caller keeps their values. */
  readonly children?: ReactNode;
  /** False while a field of the caller lacks its value. */
  readonly ready?: boolean;
  /** Another way to do it, beside the button: into a change set. */
  readonly others?: ReactNode;
  /** Does it; the dialog closes when this resolves. */
  readonly onConfirm: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

const Body = styled(DialogContent)({ display: 'flex', flexDirection: 'column', gap: 16 });

/** `Enter` confirms from the reason too, `Shift Enter` breaks the line; an input method keeps its `Enter`. */
function confirmOnEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || isComposing(pressOf(event))) return;
  event.preventDefault();
  event.currentTarget.closest('form')?.requestSubmit();
}

/** One begins with it, unless another field of the form has asked for that. */
function useFirstFocus() {
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (input.current?.form?.contains(document.activeElement) === false) input.current.focus();
  }, []);
  return input;
}

function Reason({ field, value, onChange }: { field: ReasonField; value: string; onChange: (value: string) => void }) {
  const input = useFirstFocus();
  return (
    <TextField
      label={field.label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={confirmOnEnter}
      required={field.required ?? false}
      helperText={field.help}
      inputRef={input}
      multiline
      minRows={2}
      slotProps={{ htmlInput: { maxLength: field.maxLength ?? 500 } }}
    />
  );
}

function Failure({ error }: { error: unknown }) {
  const t = useTranslate();
  const errorText = useErrorText();
  const requestId = isApiError(error) ? error.requestId : undefined;
  return (
    <Alert severity="error">
      {errorText(error)}
      {requestId !== undefined && <div className="hw-tabular">{t('shared.state.requestId', { id: requestId })}</div>}
    </Alert>
  );
}

/** Runs what was confirmed: at work, failed (kept until the next try), or done. */
function useRun(onConfirm: ActionFormProps['onConfirm'], onClose: () => void) {
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (reason: string) => {
    setWorking(true);
    setError(null);
    try {
      await onConfirm(reason);
      onClose();
    } catch (cause) {
      setError(cause);
      setWorking(false);
    }
  };
  return { working, error, run };
}

export function ActionForm({
  titleId,
  title,
  effect,
  confirm = title,
  danger = false,
  reason,
  children,
  ready = true,
  others,
  ...rest
}: ActionFormProps) {
  const t = useTranslate();
  const [text, setText] = useState('');
  const { working, error, run } = useRun(rest.onConfirm, rest.onClose);
  const complete = ready && (!reason?.required || text.trim() !== '');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (complete && !working) void run(text.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <Body>
        <div>{effect}</div>
        {children}
        {reason && <Reason field={reason} value={text} onChange={setText} />}
        {error !== null && <Failure error={error} />}
      </Body>
      <DialogActions sx={{ flexWrap: 'wrap', rowGap: 1 }}>
        {others}
        <Button variant="text" color="secondary" onClick={rest.onClose}>
          {t('shared.dialog.cancel')}
        </Button>
        <Button
          type="submit"
          variant="contained"
          color={danger ? 'error' : 'primary'}
          disabled={!complete}
          loading={working}
          autoFocus={!reason && children === undefined}
        >
          {confirm}
        </Button>
      </DialogActions>
    </form>
  );
}
