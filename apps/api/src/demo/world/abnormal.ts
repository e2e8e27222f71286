/** Three stores that something is wrong with; docs/demo.md tells where it shows. */
export const abnormal = {
  /** Three times the returns of its neighbours, nearly all because the size differs. */
  manyReturns: 'GZ-002',
  /** Leaves applications and parcels lying until the clock decides, at its cost. */
  silent: 'CQ-001',
  /** Its buyers send by an expensive carrier: nearly every parcel is above the cap. */
  dearFreight: 'SY-001',
} as const;

const codes: ReadonlySet<string> = new Set(Object.values(abnormal));

export const isAbnormal = (code: string): boolean => codes.has(code);
