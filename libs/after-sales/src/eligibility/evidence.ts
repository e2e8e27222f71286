import type { Reason } from '../reasons.js';
import type { ApplicationRules } from '../rules.js';
import type { Application } from './order.js';
import { check, type EligibilityCheck } from './rule.js';

interface PhotosWanted {
  readonly goods: number;
  readonly invoice: number;
}

type Shown = Pick<Application, 'photos' | 'invoicePhotos'>;

/** A5: how many photos an application for this reason comes with at least. */
export function photosWanted(reason: Reason | null, { evidence }: Pick<ApplicationRules, 'evidence'>): PhotosWanted {
  const row = evidence.find(({ reasonClass }) => reasonClass === reason?.class);
  return { goods: row?.goods ?? 0, invoice: row?.invoice ?? 0 };
}

/** Whoever files it: a photo shows the goods to those who decide, and staff who stand before them can take one. */
export function evidenceCheck(
  { photos = 0, invoicePhotos = 0 }: Shown,
  reason: Reason | null,
  rules: Pick<ApplicationRules, 'evidence'>,
): EligibilityCheck {
  const { goods, invoice } = photosWanted(reason, rules);
  const [goodsMissing, invoiceMissing] = [Math.max(0, goods - photos), Math.max(0, invoice - invoicePhotos)];
  const facts = { goods, photos, goodsMissing, invoice, invoicePhotos, invoiceMissing };
  return check('evidence', goodsMissing + invoiceMissing === 0, facts);
}
