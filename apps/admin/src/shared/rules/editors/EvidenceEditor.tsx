import { useTranslate } from 'ra-core';
import type { EvidenceRow } from '../values';
import { useSharedColumns } from './columns';
import { CountInput } from './numbers';
import type { EditorProps } from './props';
import { Rows, type RowColumn } from './Rows';

const fresh: EvidenceRow = { reasonClass: 'mismatch', goods: 1, invoice: 0 };

const kinds = ['goods', 'invoice'] as const;

function useColumns(): readonly RowColumn<EvidenceRow>[] {
  const t = useTranslate();
  const { reasonClass } = useSharedColumns();
  return [
    reasonClass,
    ...kinds.map((key): RowColumn<EvidenceRow> => ({
      key,
      head: t(`rules.form.photosOf.${key}`),
      width: 120,
      cell: ({ row, change, look }) => <CountInput {...look} value={row[key]} onChange={(n) => change({ [key]: n })} />,
    })),
  ];
}

/** How many photos each reason asks for. */
export function EvidenceEditor({ value, onChange, labelId }: EditorProps<readonly EvidenceRow[]>) {
  const t = useTranslate();
  const columns = useColumns();
  return <Rows rows={value} {...{ onChange, columns, fresh, labelId }} none={t('rules.form.noRowsEvidence')} />;
}
