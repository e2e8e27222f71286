import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { PhotoUpload, usePhotoUpload } from '../../shared/photos';
import { ChecklistInput, isWhole } from './ChecklistInput';
import type { CaseAction } from './documents';
import { evidenceDocument, type CaseEvidence } from './stepDocuments';
import type { Inputs } from './verbs';

/** What the photos show that a step is taken by. */
const kindOf: Readonly<Record<string, string>> = {
  refuseReceipt: 'refusal',
  dispatch: 'outbound',
  receive: 'inspection',
  receiveAndDispatch: 'inspection',
  registerDropIn: 'inspection',
  propose: 'inspection',
  askInfo: 'inspection',
  issueLabel: 'returnLabel',
};

/** And of the parcel that goes out in the same step (A10). */
const outKindOf: Readonly<Record<string, string>> = { receiveAndDispatch: 'outbound' };

const nothing: Pick<CaseEvidence, 'checklist' | 'photoKinds' | 'photos'> = { checklist: [], photoKinds: [], photos: [] };

/** The checklist and the photos of a step, where it asks for them; they are kept whatever becomes of the step. */
export function useEvidence(caseId: string, action: CaseAction, inputs: Pick<Inputs, 'found' | 'goods'>) {
  const asks = action.needs.includes('checklist') || action.needs.includes('photos');
  const { data } = useApiQuery(evidenceDocument, { id: caseId }, { enabled: asks });
  const { checklist, photoKinds, photos } = data?.case ?? nothing;
  const kind = kindOf[action.verb] ?? '';
  const upload = usePhotoUpload(`/photos/cases/${caseId}?kind=${kind}`);
  const outKind = outKindOf[action.verb];
  const outbound = usePhotoUpload(`/photos/cases/${caseId}?kind=${outKind ?? ''}`);
  const takes = (each: string) => action.needs.includes('photos') && photoKinds.includes(each);
  const items = action.needs.includes('checklist') ? checklist : [];
  const shown = photos.filter((photo) => photo.kind === kind && photo.eventSeq === null).length;
  const wantsPhoto = action.verb === 'refuseReceipt' && asks && inputs.goods !== 'notArrived';
  const missing = wantsPhoto && Math.max(shown, upload.added) === 0;
  return {
    items,
    upload,
    takesPhotos: takes(kind),
    outbound: outKind !== undefined && takes(outKind) ? outbound : null,
    missing,
    ready: !missing && !upload.busy && !outbound.busy && isWhole(items, inputs.found),
  };
}

interface EvidenceProps {
  readonly evidence: ReturnType<typeof useEvidence>;
  readonly inputs: Pick<Inputs, 'found'>;
  readonly onChange: (patch: Partial<Inputs>) => void;
}

/** What was found, and the photos that show it. */
export function Evidence({ evidence, inputs, onChange }: EvidenceProps) {
  const t = useTranslate();
  const { items, upload, takesPhotos, outbound, missing } = evidence;
  return (
    <>
      {items.length > 0 && <ChecklistInput items={items} found={inputs.found} onChange={(found) => onChange({ found })} />}
      {takesPhotos && <PhotoUpload upload={upload} label={t(outbound ? 'cases.photos.addInspection' : 'cases.photos.add')} />}
      {outbound && <PhotoUpload upload={outbound} label={t('cases.photos.addOutbound')} />}
      {takesPhotos && missing && <p className="hw-hint">{t('cases.photos.missing')}</p>}
    </>
  );
}
