import ExploreOff from '@mui/icons-material/ExploreOffOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { usePageTitle } from '../../shared/page';
import { useGo } from '../../shared/scope';
import { v } from '../../theme/vars';

const Root = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'flex-start',
  gap: 8,
  maxWidth: 560,
  margin: '48px auto',
  '& h1': { margin: 0, fontSize: 20, lineHeight: '28px' },
  '& p': { color: v.ink2 },
  '& > svg': { width: 32, height: 32, color: v.ink3 },
  '& button': { marginTop: 12 },
});

/** No such page, no such record, or none that this viewer may see: the three look alike. */
export function NotFound() {
  const t = useTranslate();
  const go = useGo();
  usePageTitle(t('notFound.title'));
  return (
    <Root>
      <ExploreOff aria-hidden />
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <Button variant="contained" onClick={() => go('/')}>
        {t('notFound.back')}
      </Button>
    </Root>
  );
}
