import type { NodeType } from '@headwater/org-tree';
import type { NodeDetails } from '../../org/insert-nodes.js';
import type { Ownership } from '../../tree/org-node.entity.js';
import type { LevelMapping, Profile, UnitMapping } from '../mapping/profile.js';
import type { RowReader } from '../mapping/row-reader.js';
import type { ValueSpec } from '../mapping/value-spec.js';
import type { Place } from '../problems.js';

/** A unit as a line of the file describes it. */
export interface UnitDraft extends Required<Omit<NodeDetails, 'source'>> {
  readonly externalId: string;
  readonly type: NodeType;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly since: number | null;
}

/** A line that may go in: the units it stands under, from the top, and itself. */
export interface UnitLine {
  readonly place: Place;
  readonly levels: readonly UnitDraft[];
  readonly unit: UnitDraft;
}

const ownerships = ['direct', 'jointVenture', 'licensed', 'franchise'] as const satisfies readonly Ownership[];

const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);

function timeZoneOf(reader: RowReader, spec: ValueSpec | undefined, fallback: string): string {
  const zone = reader.text(spec, 64) ?? fallback;
  if (!zones.has(zone) && spec !== undefined)
    reader.note(spec, { code: 'VALUE_NOT_ALLOWED', allowed: 'a time zone such as Asia/Shanghai', value: zone });
  return zone;
}

const noDetails = {
  ownership: null,
  city: null,
  address: null,
  postcode: null,
  phone: null,
  longitude: null,
  latitude: null,
  since: null,
} as const;

function readLevel(reader: RowReader, mapping: LevelMapping, zone: string): UnitDraft | null {
  if (mapping.optional && reader.text(mapping.key, 100) === null) return null;
  const key = reader.requiredCode(mapping.key, 100);
  const code = mapping.code ? reader.requiredCode(mapping.code, 64) : key;
  const name = reader.requiredText(mapping.name, 200);
  if (key === null || code === null || name === null) return null;
  return {
    ...noDetails,
    externalId: `${mapping.level}:${key}`,
    type: mapping.type,
    code,
    name,
    province: reader.text(mapping.province, 64),
    provinceCode: reader.text(mapping.provinceCode, 16),
    timeZone: timeZoneOf(reader, mapping.timeZone, zone),
  };
}

function readUnit(reader: RowReader, mapping: UnitMapping, zone: string): UnitDraft | null {
  const key = reader.requiredCode(mapping.key, 128);
  const code = mapping.code ? reader.requiredCode(mapping.code, 64) : key;
  const name = reader.requiredText(mapping.name, 200);
  const details = {
    ownership: reader.word(mapping.ownership, ownerships),
    province: reader.text(mapping.province, 64),
    provinceCode: reader.text(mapping.provinceCode, 16),
    city: reader.text(mapping.city, 64),
    address: reader.text(mapping.address, 400),
    postcode: reader.text(mapping.postcode, 16),
    phone: reader.text(mapping.phone, 64),
    longitude: reader.decimal(mapping.longitude, 180),
    latitude: reader.decimal(mapping.latitude, 90),
    since: reader.instant(mapping.since),
    timeZone: timeZoneOf(reader, mapping.timeZone, zone),
  };
  if (key === null || code === null || name === null) return null;
  return { ...details, externalId: key, type: mapping.type, code, name };
}

/** The line as units; null where a field of it is refused, which the reader then says. */
export function readUnitLine(reader: RowReader, profile: Profile, mapping: UnitMapping, place: Place): UnitLine | null {
  const unit = readUnit(reader, mapping, profile.timeZone);
  const levels = mapping.levels.map((level) => readLevel(reader, level, profile.timeZone));
  if (unit === null || !reader.usable) return null;
  return { place, unit, levels: levels.filter((level) => level !== null) };
}
