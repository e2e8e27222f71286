import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Choice } from '../../shared/fields';
import { useFormat } from '../../shared/format';
import { PhotoUpload, usePhotoUpload } from '../../shared/photos';
import { v } from '../../theme/vars';
import type { CaseDetail, CasePhoto } from './documents';

const Sides = styled('div')({
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))',
  marginBottom: 12,
  '& h3': { margin: '0 0 8px', fontSize: 14, fontWeight: 600 },
  '& ul': { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: 8 },
  '& img': { display: 'block', width: 88, height: 88, objectFit: 'cover', borderRadius: 6, border: `1px solid ${v.line}` },
});

const Adding = styled('div')({ display: 'grid', gap: 8, justifyItems: 'start' });

interface SideProps {
  readonly title: string;
  readonly photos: readonly CasePhoto[];
}

/** One side: each photo says what it shows, who took it and when, and opens whole in a tab of its own. */
function Side({ title, photos }: SideProps) {
  const t = useTranslate();
  const format = useFormat();
  const told = (photo: CasePhoto, index: number) =>
    t('cases.photos.of', {
      kind: t(`cases.photos.${photo.kind}`),
      n: index + 1,
      who: photo.takenBy === 'buyer' ? t('cases.photos.buyer') : photo.actorName,
      at: format.nearTime(photo.createdAt),
    });
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {photos.length === 0 && <p className="hw-hint">{t('cases.photos.none')}</p>}
      <ul>
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <a href={photo.path} target="_blank" rel="noreferrer" title={told(photo, index)} data-photo>
              <img src={photo.path} alt={told(photo, index)} loading="lazy" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Add({ item }: { item: CaseDetail }) {
  const t = useTranslate();
  const [kind, setKind] = useState(item.photoKinds[0] ?? '');
  const upload = usePhotoUpload(`/photos/cases/${item.id}?kind=${kind}`);
  return (
    <Adding>
      <Choice
        id="case-photo-kind"
        label={t('cases.photos.kind')}
        value={kind}
        options={item.photoKinds.map((each) => [each, t(`cases.photos.${each}`)])}
        onChange={setKind}
        width={200}
      />
      <PhotoUpload upload={upload} label={t('cases.photos.add')} />
    </Adding>
  );
}

/** What the branch sent, for who holds what came back beside it. */
export function OutboundPhotos({ photos }: { photos: readonly CasePhoto[] }) {
  const t = useTranslate();
  return (
    <Sides>
      <Side title={t('cases.photos.out')} photos={photos.filter(({ kind }) => kind === 'outbound')} />
    </Sides>
  );
}

/** What went out beside what came back (A9). */
export function BothSides({ photos }: { photos: readonly CasePhoto[] }) {
  const t = useTranslate();
  return (
    <Sides>
      <Side title={t('cases.photos.out')} photos={photos.filter(({ kind }) => kind === 'outbound')} />
      <Side title={t('cases.photos.back')} photos={photos.filter(({ kind }) => kind !== 'outbound')} />
    </Sides>
  );
}

/** The photos of a case, and the way to add some while it takes them. */
export function Photos({ item }: { item: CaseDetail }) {
  return (
    <div data-photos>
      <BothSides photos={item.photos} />
      {item.photoKinds.length > 0 && <Add item={item} />}
    </div>
  );
}
