import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useId, type ReactNode } from 'react';
import type { KindKey } from '../../shared/rules';
import { useUrlParam } from '../../shared/url';
import { TextPreview } from './TextPreview';
import type { Draft } from './useDraft';

const parts = ['notice', 'script', 'badge'] as const;
type Panel = 'checks' | (typeof parts)[number];

const panelOf = (text: string): Panel => parts.find((part) => part === text) ?? 'checks';

/** One sheet below the other; beside the fields it scrolls by itself, since it stays where it is while they scroll. */
const Body = styled('div')({
  display: 'grid',
  gap: 16,
  paddingTop: 16,
  minWidth: 0,
  '@media (min-width: 1200px)': { maxHeight: 'calc(100vh - 160px)', overflowY: 'auto' },
});

interface SidePanelProps {
  readonly draft: Draft;
  readonly kind: KindKey;
  readonly unit: { readonly id: string; readonly name: string };
  /** The checks, which stand first. */
  readonly children: ReactNode;
}

/** Beside a draft: its checks, and what it would tell buyers and staff. */
export function SidePanel({ draft, kind, unit, children }: SidePanelProps) {
  const t = useTranslate();
  const id = useId();
  const [chosen, choose] = useUrlParam('panel', 'checks');
  const panel = panelOf(chosen);
  const tab = (value: Panel, label: string) => (
    <Tab value={value} label={label} id={`${id}-${value}`} aria-controls={`${id}-panel`} />
  );
  return (
    <div>
      <Tabs
        value={panel}
        onChange={(_, value: Panel) => choose(value)}
        variant="scrollable"
        aria-label={t('policies.editor.panels')}
      >
        {tab('checks', t('policies.editor.checksTab'))}
        {parts.map((part) => tab(part, t(`texts.part.${part}`)))}
      </Tabs>
      <Body role="tabpanel" tabIndex={0} id={`${id}-panel`} aria-labelledby={`${id}-${panel}`}>
        {panel === 'checks' ? children : <TextPreview {...{ draft, kind, unit }} part={panel} />}
      </Body>
    </div>
  );
}
