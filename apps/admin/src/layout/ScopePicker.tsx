import ArrowDropDown from '@mui/icons-material/ArrowDropDownOutlined';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useViewer } from '../providers/session';
import { NodePicker } from '../shared/node';
import { useScope, useScopeNode } from '../shared/scope';
import { StreamPath, type PathStep } from '../shared/stream';
import { useIsPhone } from '../shared/useIsPhone';
import { v } from '../theme/vars';

const Trigger = styled('button')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 4,
  minWidth: 0,
  maxWidth: '100%',
  minHeight: 36,
  padding: '4px 4px 4px 12px',
  border: `1px solid ${v.line}`,
  borderRadius: 6,
  color: v.ink,
  backgroundColor: v.surface,
  font: 'inherit',
  fontSize: 14,
  lineHeight: '22px',
  cursor: 'pointer',
  '&:hover': { borderColor: v.lineStrong },
  '& svg': { width: 20, height: 20, flex: 'none', color: v.ink2 },
  '@media (max-width: 599.95px)': { minHeight: 44, flex: 1 },
});

/** The path of the chosen unit, from the viewer's own down; what lies above him is not his to choose. */
function usePath(): readonly PathStep[] {
  const { home } = useViewer();
  const { isHome } = useScope();
  const node = useScopeNode();
  if (isHome || !node) return [home];
  const path: readonly PathStep[] = node.path.some((step) => step.id === node.id) ? node.path : [...node.path, node];
  const start = path.findIndex((step) => step.id === home.id);
  return start === -1 ? path : path.slice(start);
}

/** Narrows every page to a unit. */
export function ScopePicker() {
  const t = useTranslate();
  const { home } = useViewer();
  const scope = useScope();
  const path = usePath();
  const phone = useIsPhone();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (id: string | null) => {
    scope.choose(id === home.id ? null : id);
    setAnchor(null);
  };
  return (
    <>
      <Trigger
        type="button"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <span className="hw-sr">{t('layout.scope.label')}</span>
        <StreamPath steps={phone ? path.slice(-1) : path} />
        <ArrowDropDown aria-hidden />
      </Trigger>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { sx: { padding: 3, marginTop: 1 }, role: 'dialog', 'aria-label': t('layout.scope.choose') } }}
      >
        <NodePicker label={t('layout.scope.choose')} selectedId={scope.nodeId} onChoose={(node) => choose(node.id)} />
        {!scope.isHome && (
          <Button variant="text" onClick={() => choose(null)}>
            {t('layout.scope.reset', { name: home.name })}
          </Button>
        )}
      </Popover>
    </>
  );
}
