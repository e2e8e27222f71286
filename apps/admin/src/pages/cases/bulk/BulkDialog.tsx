import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useId, useState } from 'react';
import { useApiQuery } from '../../../providers/hooks';
import { useFormat } from '../../../shared/format';
import { ErrorState, RowsSkeleton } from '../../../shared/states';
import { isSevere, needsWords } from '../verbs';
import { BulkGroups } from './BulkGroups';
import { BulkResults } from './BulkResults';
import { previewBulkDocument, type BulkChoice, type BulkPreview, type BulkVerb } from './documents';
import { useBulkJob } from './useBulkJob';
import { useBulkRun } from './useBulkRun';

interface BulkDialogProps {
  readonly verb: BulkVerb;
  readonly choice: BulkChoice;
  readonly onClose: () => void;
}

interface StageProps extends BulkDialogProps {
  readonly preview: BulkPreview;
}

const MAX_WORDS = 500;
/** More go on as a job. */
const WAITED_FOR = 500;

/** The dry run with the words that all get, then the results in its place. */
function Stage({ verb, preview, onClose }: StageProps) {
  const t = useTranslate();
  const format = useFormat();
  const { all, left, run, retry, canRetry } = useBulkRun(verb);
  const job = useBulkJob(verb);
  const [words, setWords] = useState('');
  const wordy = needsWords.has(verb);
  const started = all.length > 0 || left > 0;
  const { willDo, amount } = preview;
  const isJob = willDo.length > WAITED_FOR;
  const confirm = () => void (isJob ? job.start : run)(willDo, wordy ? words : undefined);
  return (
    <>
      <DialogContent>
        {started ? <BulkResults outcomes={all} left={left} /> : <BulkGroups preview={preview} />}
        {isJob && <p className="hw-meta">{t('cases.bulk.asJob')}</p>}
        {!started && wordy && willDo.length > 0 && (
          <TextField
            label={t(`cases.words.${verb}`)}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            slotProps={{ htmlInput: { maxLength: MAX_WORDS } }}
            fullWidth
            multiline
            minRows={2}
            autoFocus
            required
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={left > 0}>
          {t(started ? 'cases.bulk.close' : 'cases.bulk.cancel')}
        </Button>
        {canRetry && <Button onClick={() => void retry()}>{t('cases.bulk.retry')}</Button>}
        {!started && willDo.length > 0 && (
          <Button
            variant="contained"
            color={isSevere.has(verb) ? 'error' : 'primary'}
            disabled={wordy && words.trim() === ''}
            loading={job.isStarting}
            onClick={confirm}
          >
            {t(`cases.bulk.confirm.${verb}`, { n: willDo.length, sum: format.money(amount) })}
          </Button>
        )}
      </DialogActions>
    </>
  );
}

/** One step on many cases: 预演, then 「同意 31 单，合计 ¥4,210.00」, then what became of each. */
export function BulkDialog(props: BulkDialogProps) {
  const { verb, choice, onClose } = props;
  const t = useTranslate();
  const titleId = useId();
  // The choice of the moment the dialog opened: the queue goes on living behind it.
  const [asked] = useState(choice);
  const { data, error, isFetching, refetch } = useApiQuery(previewBulkDocument, { verb, ...asked });
  const [kept, setKept] = useState<BulkPreview | null>(null);
  // Frozen at its first fresh answer, however the list moves meanwhile; one that an earlier dialog left is not taken.
  if (kept === null && data !== undefined && !isFetching) setKept(data.previewBulk);
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{t(`cases.bulk.verb.${verb}`)}</DialogTitle>
      {kept !== null && <Stage {...props} preview={kept} />}
      {kept === null && (
        <DialogContent>
          {error ? <ErrorState failed={t('cases.bulk.failed')} error={error} onRetry={() => void refetch()} /> : <RowsSkeleton />}
        </DialogContent>
      )}
    </Dialog>
  );
}
