import { liabilityView } from '../liability-view.js';
import type { LiabilityAppeal } from './liability-appeal.entity.js';
import type { LiabilityAppealView } from './remedies.view.js';

export const appealView = ({ contested, ...appeal }: LiabilityAppeal): LiabilityAppealView => ({
  ...appeal,
  contested: liabilityView(contested),
});
