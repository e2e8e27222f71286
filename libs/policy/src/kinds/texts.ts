import type { Field, Text } from './field.js';

type Given = Pick<Field, 'key' | 'group' | 'label' | 'help'> & {
  readonly default: Text;
  readonly maxLength: number;
  readonly whereCovered?: boolean;
};

/** P18: a text template, set by HQ and areas; no branch writes its own. Texts take no guard. */
export const text = ({ maxLength, whereCovered = false, ...given }: Given): Field => ({
  ...{ type: 'text', unit: null, bounds: null, options: null, text: { maxLength, whereCovered } },
  ...{ class: 'operation', atPayment: false, branch: 'no', forBuyer: 'table', compulsory: false },
  ...given,
});
