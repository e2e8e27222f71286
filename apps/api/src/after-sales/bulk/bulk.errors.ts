import { DomainError } from '../../common/errors.js';

/** More cases than one bulk takes. */
export class BulkTooLarge extends DomainError {
  constructor(field: 'ids' | 'filter' | 'rows', max: number) {
    super('BULK_TOO_LARGE', `At most ${String(max)} cases at once; narrow the filter.`, { field, allowed: { max } });
  }
}
