import KeyboardDoubleArrowLeft from '@mui/icons-material/KeyboardDoubleArrowLeftOutlined';
import KeyboardDoubleArrowRight from '@mui/icons-material/KeyboardDoubleArrowRightOutlined';
import useMediaQuery from '@mui/material/useMediaQuery';
import { styled } from '@mui/material/styles';
import { useStore, useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { BrandMark } from '../shared/BrandMark';
import { dark } from '../theme/tokens';
import { railWidth } from '../theme/theme';
import { v } from '../theme/vars';
import { MenuGroups } from './MenuGroups';

/** The rail is dark in both themes, so the ring on it is the dark one. */
const onRail = { '--hw-focus': dark.focus };

const Root = styled('nav')({
  ...onRail,
  position: 'sticky',
  top: 0,
  flex: 'none',
  display: 'flex',
  flexDirection: 'column',
  height: '100dvh',
  width: railWidth.open,
  color: v.onRail,
  backgroundColor: v.rail,
  borderRight: '1px solid #FFFFFF14',
  '&[data-folded="true"]': { width: railWidth.folded },
  '& > [data-part="menu"]': { flex: 1, overflowY: 'auto', overflowX: 'hidden', padding: 8 },
});

const Brand = styled(Link)({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  height: 56,
  padding: '0 14px',
  color: '#FFFFFF',
  textDecoration: 'none',
  fontSize: 16,
  lineHeight: '24px',
  fontWeight: 600,
  '&:focus-visible': { outlineOffset: -4 },
});

const Fold = styled('button')({
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  minHeight: 40,
  margin: 8,
  padding: '0 12px',
  border: 0,
  borderRadius: 6,
  color: 'inherit',
  background: 'none',
  font: 'inherit',
  fontSize: 14,
  cursor: 'pointer',
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  '&:hover': { backgroundColor: '#FFFFFF14' },
  '& svg': { width: 20, height: 20, flex: 'none' },
});

/** The menu on the left, folded to icons at will; on narrow screens it starts folded. */
export function Rail() {
  const t = useTranslate();
  const narrow = useMediaQuery('(max-width: 1099.95px)', { noSsr: true });
  const [chosen, setChosen] = useStore<boolean | null>('rail.folded', null);
  const folded = chosen ?? narrow;
  const Icon = folded ? KeyboardDoubleArrowRight : KeyboardDoubleArrowLeft;
  return (
    <Root data-noprint aria-label={t('layout.menu')} data-folded={folded}>
      <Brand to="/" aria-label={t('layout.product')}>
        <BrandMark />
        {!folded && <span>Headwater</span>}
      </Brand>
      <div data-part="menu">
        <MenuGroups folded={folded} />
      </div>
      <Fold
        type="button"
        onClick={() => setChosen(!folded)}
        aria-expanded={!folded}
        aria-label={t(folded ? 'layout.unfold' : 'layout.fold')}
      >
        <Icon aria-hidden />
        {!folded && <span>{t('layout.fold')}</span>}
      </Fold>
    </Root>
  );
}
