import { inspectionRefused } from './inspection.js';

const found = (...items: string[]) => items.map((item) => ({ item, passed: true, note: null }));

describe('an inspection', () => {
  it('answers every item of the checklist that was sent, once', () => {
    expect(inspectionRefused(['intact', 'unused'], found('unused', 'intact'))).toBeNull();
    expect(inspectionRefused(['intact', 'unused'], found('intact'))).toEqual({
      code: 'INSPECTION_INCOMPLETE',
      items: ['unused'],
    });
    expect(inspectionRefused(['intact'], found('intact', 'intact'))).toEqual({
      code: 'INSPECTION_ITEM_UNKNOWN',
      items: ['intact'],
    });
  });

  it('asks for nothing that the buyer was not told', () => {
    expect(inspectionRefused(['intact'], found('intact', 'tagsOn'))).toMatchObject({ items: ['tagsOn'] });
    expect(inspectionRefused(null, found('intact'))).toMatchObject({ code: 'INSPECTION_ITEM_UNKNOWN' });
    expect(inspectionRefused(null, [])).toBeNull();
  });
});
