import { RuleValue } from '../RuleValue';
import type { Address, Bearers, FreightPayerRow, Mode, ScopeRow } from '../values';
import { AddressEditor } from './AddressEditor';
import { BearersEditor } from './BearersEditor';
import { FreightPayerEditor } from './FreightPayerEditor';
import { NumberEditor } from './numbers';
import type { EditorProps } from './props';
import { ScopeEditor } from './ScopeEditor';
import { BooleanEditor, ModeEditor, SetEditor } from './simple';

/** The editor of a field's type: forms are drawn from the kind's schema. The API's JSON has the shape that the type names. */
export function ValueEditor(props: EditorProps<unknown>) {
  const { field, value } = props;
  switch (field.type) {
    case 'boolean':
      return <BooleanEditor {...props} value={value as boolean} />;
    case 'days':
    case 'hours':
    case 'count':
    case 'money':
      return <NumberEditor {...props} value={value as number} />;
    case 'mode':
      return <ModeEditor {...props} value={value as Mode} />;
    case 'set':
      return <SetEditor {...props} value={value as readonly string[]} />;
    case 'table.scope':
      return <ScopeEditor {...props} value={value as readonly ScopeRow[]} />;
    case 'table.freightPayer':
      return <FreightPayerEditor {...props} value={value as readonly FreightPayerRow[]} />;
    case 'bearers':
      return <BearersEditor {...props} value={value as Bearers} />;
    case 'address':
      return <AddressEditor {...props} value={value as Address | null} />;
    default:
      return <RuleValue field={field} value={value} />;
  }
}
