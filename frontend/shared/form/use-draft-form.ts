import { Form } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { fieldErrors, toProblem } from '../problem/problem.ts';
import { createDraft } from './draft.ts';

const quietMs = 400;

/** A form that saves itself as a draft a moment after each change, and shows a problem's faults at their fields. */
export const useDraftForm = <Values extends object>(name: string) => {
  const [form] = Form.useForm<Values>();
  const draft = useMemo(() => createDraft(name, window.localStorage), [name]);
  const [initial] = useState(() => draft.read());
  const [changes, setChanges] = useState(0);
  const [saved, setSaved] = useState(false);
  useEffect(() => {
    if (changes === 0) return undefined;
    const timer = setTimeout(() => setSaved(draft.write({ ...form.getFieldsValue(true) })), quietMs);
    return () => clearTimeout(timer);
  }, [changes, draft, form]);
  const showProblem = (error: unknown) => {
    const faults = fieldErrors(toProblem(error));
    // The names come from the API's own schema of this form; the library wants them as its typed paths.
    form.setFields(faults as Parameters<typeof form.setFields>[0]);
  };
  return {
    form,
    initial,
    restored: initial !== undefined,
    saved,
    changed: () => {
      setSaved(false);
      setChanges((count) => count + 1);
    },
    forget: () => draft.clear(),
    showProblem,
  };
};
