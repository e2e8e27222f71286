import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { isApiError } from '../../providers/apiError';
import { v } from '../../theme/vars';
import { useErrorText } from '../errors';

const Root = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'flex-start',
  gap: 4,
  padding: 16,
  borderRadius: 6,
  color: v.tone.trouble.ink,
  backgroundColor: v.tone.trouble.ground,
  '& h3': { display: 'flex', alignItems: 'center', gap: 6, margin: 0, fontSize: 14, lineHeight: '22px', fontWeight: 600 },
  '& svg': { width: 18, height: 18 },
  '& button': { marginTop: 8 },
});

export interface ErrorStateProps {
  /** What failed, as a sentence without a full stop: 「售后单没有载入」. */
  readonly failed: string;
  /** What is kept: text typed, rows already shown. */
  readonly kept?: string;
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What failed, why, what is kept, a way to try again, and the request's id for whoever looks it up. */
export function ErrorState({ failed, kept, error, onRetry }: ErrorStateProps) {
  const t = useTranslate();
  const errorText = useErrorText();
  const requestId = isApiError(error) ? error.requestId : undefined;
  return (
    <Root role="alert">
      <h3>
        <ErrorOutline aria-hidden />
        {failed}
      </h3>
      <p>{errorText(error)}</p>
      {kept !== undefined && <p>{kept}</p>}
      {requestId !== undefined && <p className="hw-tabular">{t('shared.state.requestId', { id: requestId })}</p>}
      {onRetry && (
        <Button variant="outlined" size="small" onClick={onRetry}>
          {t('shared.state.retry')}
        </Button>
      )}
    </Root>
  );
}
