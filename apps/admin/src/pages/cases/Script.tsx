import ContentCopy from '@mui/icons-material/ContentCopyOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { Sheet } from '../../shared/page';
import { TextList } from '../../shared/texts';
import { useCopy } from '../../shared/useCopy';
import { useLocalText } from '../../shared/useLocalText';
import type { CaseDetail } from './documents';

const Said = styled('blockquote')({ margin: 0, display: 'grid', gap: 8, overflowWrap: 'anywhere' });

/** What to tell the buyer now, the numbers as this case has them, to be copied as one message (P18). */
export function Script({ item }: { item: CaseDetail }) {
  const t = useTranslate();
  const localText = useLocalText();
  const copy = useCopy();
  const said = item.script.flatMap(({ text }) => (text === null ? [] : [localText(text)]));
  const hidden = item.script.filter(({ text }) => text === null);
  if (item.script.length === 0) return null;
  return (
    <Sheet
      title={t('cases.page.script')}
      aside={
        said.length > 0 && (
          <Button
            variant="outlined"
            size="small"
            startIcon={<ContentCopy />}
            onClick={() => copy(said.join('\n'), t('texts.copied'))}
          >
            {t('texts.copy')}
          </Button>
        )
      }
    >
      <Said>
        {said.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </Said>
      {hidden.length > 0 && <TextList texts={hidden} />}
    </Sheet>
  );
}
