export { CheckLines } from './CheckLines';
export { checkStyles } from './checkStyles';
export { Clashes } from './Clashes';
export { effectFields, type Effect } from './documents';
export { EffectResult } from './EffectResult';
export { ImpactPanel, useApprovalText, type Impact } from './ImpactPanel';
export { TurnDrawer, turnOf, useTurnDrawer } from './TurnDrawer';
