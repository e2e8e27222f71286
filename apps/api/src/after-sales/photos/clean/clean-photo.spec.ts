import { jpegOrientation, orientationSegment } from './exif.js';
import { cleanPhoto, photoTypeOf, type PhotoType } from './clean-photo.js';

const SECRET = 'GPS 31.2304N 121.4737E';

const clean = (bytes: Buffer) => {
  const type = photoTypeOf(bytes);
  return type === null ? null : (cleanPhoto(type, bytes)?.bytes ?? null);
};

const segment = (marker: number, body: Buffer | string): Buffer => {
  const content = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 + marker, 0);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

const start = Buffer.from([0xff, 0xd8]);
const end = Buffer.from([0xff, 0xd9]);
/** A scan with a stuffed byte and a restart marker in it. */
const scan = Buffer.concat([segment(0xda, '\x01\x01\x00\x00\x3f\x00'), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])]);
const frame = segment(0xc0, '\x08\x00\x01\x00\x01\x01\x01\x11\x00');
const jfif = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0');

/** EXIF in either byte order: an orientation, and the place in an entry of its own. */
function exif(order: 'II' | 'MM', orientation: number): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 24 + 4);
  const short = (value: number, at: number) => (order === 'II' ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  const long = (value: number, at: number) => (order === 'II' ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at));
  tiff.write(order, 0, 'latin1');
  short(42, 2);
  long(8, 4);
  short(2, 8);
  short(0x8825, 10);
  short(4, 12);
  long(1, 14);
  short(0x0112, 22);
  short(3, 24);
  long(1, 26);
  short(orientation, 30);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(SECRET, 'latin1')]));
}

const chunk = (type: string, body: string): Buffer => {
  const data = Buffer.from(body, 'latin1');
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
};
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const riff = (...chunks: [type: string, body: string][]): Buffer => {
  const parts = chunks.map(([type, body]) => {
    const data = Buffer.from(body + (body.length % 2 === 1 ? '\0' : ''), 'latin1');
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, data]);
  });
  const all = Buffer.concat(parts);
  const head = Buffer.alloc(12);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(all.length + 4, 4);
  head.write('WEBP', 8, 'latin1');
  return Buffer.concat([head, all]);
};

describe('a JPEG that is kept', () => {
  it('says nothing of the place, the device or the person, nor after its end', () => {
    const notes = [exif('MM', 1), segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${SECRET}`), segment(0xed, `Photoshop ${SECRET}`)];
    const more = [segment(0xfe, SECRET), segment(0xe2, `MPF\0${SECRET}`), segment(0xe5, SECRET)];
    const told = Buffer.concat([start, jfif, ...notes, ...more, frame, scan, end, Buffer.from(SECRET)]);
    expect(clean(told)).toEqual(Buffer.concat([start, jfif, frame, scan, end]));
  });

  it.each(['II', 'MM'] as const)('still says which way is up, and nothing else of its EXIF: %s', (order) => {
    const kept = clean(Buffer.concat([start, exif(order, 6), frame, scan, end]));
    expect(kept).toEqual(Buffer.concat([start, orientationSegment(6), frame, scan, end]));
    expect(jpegOrientation(orientationSegment(6))).toBe(6);
  });

  it('keeps what its colours need, and several scans', () => {
    const whole = Buffer.concat([
      start,
      segment(0xe2, 'ICC_PROFILE\0\x01\x01'),
      segment(0xee, 'Adobe\0d'),
      frame,
      scan,
      scan,
      end,
    ]);
    expect(clean(whole)).toEqual(whole);
    expect(clean(whole)).toEqual(clean(clean(whole) ?? Buffer.alloc(0)));
  });

  it('is whole: nothing broken or cut off is taken', () => {
    const whole = Buffer.concat([start, jfif, frame, scan, end]);
    for (let length = 3; length < whole.length; length += 1) expect(clean(whole.subarray(0, length))).toBeNull();
    expect(clean(Buffer.concat([start, jfif, end]))).toBeNull();
    expect(clean(Buffer.concat([start, Buffer.from('junk and more')]))).toBeNull();
  });

  it('survives EXIF that lies about its length', () => {
    const lying = exif('II', 6);
    lying.writeUInt32LE(0xffff_fff0, 14);
    expect(clean(Buffer.concat([start, lying, frame, scan, end]))).toEqual(Buffer.concat([start, frame, scan, end]));
  });
});

describe('a PNG that is kept', () => {
  const body = [chunk('IHDR', '0123456789abc'), chunk('IDAT', 'x')];

  it('has no text, EXIF or time, nor anything after its end', () => {
    const told = [chunk('tEXt', SECRET), chunk('eXIf', SECRET), chunk('tIME', '0000000'), chunk('prVt', SECRET)];
    const bytes = Buffer.concat([signature, body[0]!, ...told, body[1]!, chunk('IEND', ''), Buffer.from(SECRET)]);
    expect(clean(bytes)).toEqual(Buffer.concat([signature, ...body, chunk('IEND', '')]));
  });

  it('is whole', () => {
    const whole = Buffer.concat([signature, ...body, chunk('IEND', '')]);
    for (let length = 8; length < whole.length; length += 1) expect(clean(whole.subarray(0, length))).toBeNull();
    expect(clean(Buffer.concat([signature, chunk('IEND', '')]))).toBeNull();
  });
});

describe('a WebP that is kept', () => {
  it('has no EXIF and no XMP, and does not promise them', () => {
    const bytes = riff(['VP8X', '\x2c\0\0\0\0\0\0\0\0\0'], ['VP8 ', 'abc'], ['EXIF', SECRET], ['XMP ', SECRET]);
    expect(clean(Buffer.concat([bytes, Buffer.from(SECRET)]))).toEqual(riff(['VP8X', '\x20\0\0\0\0\0\0\0\0\0'], ['VP8 ', 'abc']));
  });

  it('is whole, and has a picture in it', () => {
    const whole = riff(['VP8 ', 'abcd']);
    for (let length = 12; length < whole.length; length += 1) expect(clean(whole.subarray(0, length))).toBeNull();
    expect(clean(riff(['EXIF', SECRET]))).toBeNull();
  });
});

it('the type is what the bytes say', () => {
  const types: [Buffer, PhotoType | null][] = [
    [Buffer.concat([start, jfif]), 'image/jpeg'],
    [signature, 'image/png'],
    [riff(['VP8 ', 'ab']), 'image/webp'],
    [Buffer.from('GIF89a'), null],
    [Buffer.from('<svg onload="alert(1)">'), null],
    [Buffer.alloc(0), null],
  ];
  for (const [bytes, type] of types) expect(photoTypeOf(bytes)).toBe(type);
});
