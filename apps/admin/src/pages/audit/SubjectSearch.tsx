import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useScope } from '../../shared/scope';
import { FindBox, useTyped } from '../../shared/search';
import { subjectParam, type AuditFilters } from './useAuditFilters';
import { useSubjects, type Subject } from './useSubjects';

/** A person narrows the log to what they did, a unit to what happened there and below, a record to its own events. */
function useNarrow(filters: AuditFilters): (subject: Subject) => void {
  const scope = useScope();
  return ({ type, id }) => {
    if (type === 'person') filters.set({ actor: id });
    else if (type === 'orgNode') scope.choose(id);
    else filters.set({ subject: subjectParam({ subjectType: type, subjectId: id }) });
  };
}

/** Finds persons, units and records by name or number, and narrows the log to the one chosen. */
export function SubjectSearch({ filters }: { filters: AuditFilters }) {
  const t = useTranslate();
  const narrow = useNarrow(filters);
  const typed = useTyped();
  const found = useSubjects(typed.search);
  return (
    <FindBox<Subject>
      id="audit-search"
      typed={typed}
      found={found}
      hint="audit.search.hint"
      none="audit.search.none"
      onFound={narrow}
      getOptionLabel={({ name, detail }) => `${name} · ${detail}`}
      getOptionKey={({ type, id }) => type + id}
      groupBy={({ type }) => t(`audit.subject.${type}`)}
      sx={{ width: 280, maxWidth: '100%' }}
      renderInput={(params) => <TextField {...params} label={t('audit.search.label')} />}
    />
  );
}
