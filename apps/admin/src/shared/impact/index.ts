export { effectFields, type Effect } from './documents';
export { EffectResult } from './EffectResult';
export { ImpactPanel, type Impact } from './ImpactPanel';
