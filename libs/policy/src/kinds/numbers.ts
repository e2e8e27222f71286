import type { Field, Range } from './field.js';

type Given = Pick<Field, 'key' | 'class' | 'branch' | 'forBuyer' | 'group' | 'label' | 'help'> & {
  default: number;
  bounds: Range;
  compulsory?: boolean;
};

const number = (type: 'days' | 'hours' | 'count', unit: Field['unit'], given: Given): Field => ({
  compulsory: false,
  options: null,
  atPayment: given.class === 'promise',
  ...given,
  type,
  unit,
});

export const days = (given: Given): Field => number('days', 'day', given);
export const hours = (given: Given): Field => number('hours', 'hour', given);
export const count = (given: Given): Field => number('count', 'count', given);
