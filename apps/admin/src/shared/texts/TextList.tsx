import VisibilityOff from '@mui/icons-material/VisibilityOffOutlined';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { v } from '../../theme/vars';
import { useLocale } from '../format';
import { useLocalText } from '../useLocalText';
import { Badge } from './Badge';
import type { ServiceText } from './documents';

const List = styled('dl')({
  display: 'grid',
  gap: 12,
  margin: 0,
  'p + &': { marginTop: 12 },
  '& dt': { fontSize: 12, lineHeight: '20px', color: v.ink2 },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
  '& dd[data-hidden]': { display: 'flex', gap: 6, color: v.ink3 },
  '& svg': { width: 16, height: 16, flex: 'none', marginTop: 3 },
});

/** Why a text does not show. */
function Hidden({ text }: { text: ServiceText }) {
  const t = useTranslate();
  const localText = useLocalText();
  const names = text.missing.map(localText).join(t('shared.list'));
  return (
    <dd data-hidden>
      <VisibilityOff aria-hidden />
      {t(`texts.hidden.${text.hidden ?? 'blank'}`, { names })}
    </dd>
  );
}

function Shown({ text, words }: { text: ServiceText; words: NonNullable<ServiceText['text']> }) {
  const locale = useLocale();
  const other = locale === 'zh' ? 'en' : 'zh';
  const said = (language: 'zh' | 'en') =>
    text.part === 'badge' ? <Badge lang={language}>{words[language]}</Badge> : <span lang={language}>{words[language]}</span>;
  return (
    <>
      <dd>{said(locale)}</dd>
      <dd className="hw-meta">{said(other)}</dd>
    </>
  );
}

/** Texts as they show, in the language in force and beneath it in the other one; or why they do not. */
export function TextList({ texts }: { texts: readonly ServiceText[] }) {
  const localText = useLocalText();
  return (
    <List>
      {texts.map((each) => (
        <div key={each.field}>
          <dt>{localText(each.label)}</dt>
          {each.text === null ? <Hidden text={each} /> : <Shown text={each} words={each.text} />}
        </div>
      ))}
    </List>
  );
}
