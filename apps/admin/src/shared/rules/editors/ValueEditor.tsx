import { RuleValue } from '../RuleValue';
import type {
  Address,
  AutoApproveRow,
  Bearers,
  BuyerLimit,
  CategoryWindowsRow,
  ConditionsRow,
  EvidenceRow,
  ExclusionRow,
  FreightPayerRow,
  Mode,
  RestockingFeeRow,
  Returnless,
  ReturnRoutingRow,
  ScopeRow,
  TextTemplate,
} from '../values';
import { AddressEditor } from './AddressEditor';
import { AutoApproveEditor } from './AutoApproveEditor';
import { BearersEditor } from './BearersEditor';
import { BuyerLimitEditor } from './BuyerLimitEditor';
import { CategoryWindowsEditor } from './CategoryWindowsEditor';
import { ConditionsEditor } from './ConditionsEditor';
import { DateEditor } from './DateEditor';
import { EvidenceEditor } from './EvidenceEditor';
import { ExclusionsEditor } from './ExclusionsEditor';
import { FreightPayerEditor } from './FreightPayerEditor';
import { NumberEditor } from './numbers';
import type { EditorProps } from './props';
import { RestockingFeeEditor } from './RestockingFeeEditor';
import { ReturnlessEditor } from './ReturnlessEditor';
import { ReturnRoutingEditor } from './ReturnRoutingEditor';
import { ScopeEditor } from './ScopeEditor';
import { BooleanEditor, ModeEditor, SetEditor } from './simple';
import { TextEditor } from './TextEditor';

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
    case 'date':
      return <DateEditor {...props} value={value as string | null} />;
    case 'mode':
      return <ModeEditor {...props} value={value as Mode} />;
    case 'set':
      return <SetEditor {...props} value={value as readonly string[]} />;
    case 'table.scope':
      return <ScopeEditor {...props} value={value as readonly ScopeRow[]} />;
    case 'table.freightPayer':
      return <FreightPayerEditor {...props} value={value as readonly FreightPayerRow[]} />;
    case 'table.categoryWindows':
      return <CategoryWindowsEditor {...props} value={value as readonly CategoryWindowsRow[]} />;
    case 'table.conditions':
      return <ConditionsEditor {...props} value={value as readonly ConditionsRow[]} />;
    case 'table.autoApprove':
      return <AutoApproveEditor {...props} value={value as readonly AutoApproveRow[]} />;
    case 'returnless':
      return <ReturnlessEditor {...props} value={value as Returnless | null} />;
    case 'table.evidence':
      return <EvidenceEditor {...props} value={value as readonly EvidenceRow[]} />;
    case 'table.exclusions':
      return <ExclusionsEditor {...props} value={value as readonly ExclusionRow[]} />;
    case 'table.restockingFee':
      return <RestockingFeeEditor {...props} value={value as readonly RestockingFeeRow[]} />;
    case 'table.returnRouting':
      return <ReturnRoutingEditor {...props} value={value as readonly ReturnRoutingRow[]} />;
    case 'perBuyer':
      return <BuyerLimitEditor {...props} value={value as BuyerLimit | null} />;
    case 'bearers':
      return <BearersEditor {...props} value={value as Bearers} />;
    case 'address':
      return <AddressEditor {...props} value={value as Address | null} />;
    case 'text':
      return <TextEditor {...props} value={value as TextTemplate} />;
    default:
      return <RuleValue field={field} value={value} />;
  }
}
