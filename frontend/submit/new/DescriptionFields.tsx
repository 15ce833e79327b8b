import { dataClasses } from '@geoarchive/domain/codes/data-classes.ts';
import { validOn } from '@geoarchive/domain/codes/entry.ts';
import { minerals } from '@geoarchive/domain/codes/minerals.ts';
import { languages, workDegrees } from '@geoarchive/domain/codes/small-lists.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { CodeSelect } from '@geoarchive/frontend-shared/codes/CodeSelect.tsx';
import { dataKindNames } from '@geoarchive/frontend-shared/codes/names.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { BoxMap } from './BoxMap.tsx';
import { RegionSelect } from './RegionSelect.tsx';
import { useEntries } from './use-entries.ts';
import { regionOf } from './values.ts';

const corners = [
  ['west', 180],
  ['east', 180],
  ['south', 90],
  ['north', 90],
] as const;

const Tags = ({ name, label, extra }: { name: string; label: string; extra?: string }) => (
  <Form.Item name={name} label={label} extra={extra}>
    <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、', ';', '；']} />
  </Form.Item>
);

/** The fields that describe what is handed in (著录). */
export const DescriptionFields = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const today = dayOf(new Date());
  const kinds = useEntries('data-classes', dataClasses.entries);
  const ofMinerals = useEntries('minerals', minerals.entries);
  const degrees = useEntries('work-degrees', workDegrees.entries);
  const ofLanguages = useEntries('languages', languages.entries);
  const required = [{ required: true, message: t('form.required') }];
  return (
    <>
      <Form.Item name="title" label={t('description.title')} rules={required}>
        <Input maxLength={255} showCount />
      </Form.Item>
      <div className="ga-fields">
        <Form.Item name="dataKind" label={t('description.dataKind')} rules={required}>
          <Select
            options={Object.entries(dataKindNames).map(([value, name]) => ({ value, label: say(name) }))}
          />
        </Form.Item>
        <Form.Item name="dataClass" label={t('description.dataClass')} rules={required}>
          <Select
            options={validOn(kinds, today).map(({ slug, name }) => ({ value: slug, label: say(name) }))}
          />
        </Form.Item>
        <Form.Item name="producer" label={t('description.producer')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="formedOn" label={t('description.formedOn')}>
          <Input type="date" />
        </Form.Item>
        <Tags name="authors" label={t('description.authors')} extra={t('description.manyHint')} />
        <Tags name="keywords" label={t('description.keywords')} extra={t('description.manyHint')} />
        <Form.Item name="minerals" label={t('description.minerals')} extra={t('description.ownHint')}>
          <CodeSelect entries={ofMinerals} most={60} several />
        </Form.Item>
        <Form.Item name="workDegree" label={t('description.workDegree')} extra={t('description.ownHint')}>
          <CodeSelect entries={degrees} most={60} />
        </Form.Item>
        <Form.Item name="language" label={t('description.language')}>
          <CodeSelect entries={ofLanguages} most={20} required />
        </Form.Item>
        <Form.Item
          name="regionTexts"
          label={t('description.regions')}
          extra={t('description.regionsHint')}
          rules={[
            {
              validator: (_, texts: string[] | undefined) =>
                (texts ?? []).every((text) => regionOf(text) !== undefined)
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('description.regionsHint'))),
            },
          ]}
        >
          <RegionSelect />
        </Form.Item>
        <Tags name="sheets" label={t('description.sheets')} extra={t('description.sheetsHint')} />
      </div>
      <fieldset className="ga-fieldset">
        <legend>{t('description.bbox')}</legend>
        <div className="ga-fields ga-fields-four">
          {corners.map(([corner, most]) => (
            <Form.Item key={corner} name={['box', corner]} label={t(`description.corner.${corner}`)}>
              <InputNumber min={-most} max={most} step={0.01} controls={false} style={{ width: '100%' }} />
            </Form.Item>
          ))}
        </div>
        <Form.Item name="box" noStyle>
          <BoxMap />
        </Form.Item>
      </fieldset>
      <Form.Item name="abstract" label={t('description.abstract')}>
        <Input.TextArea rows={5} maxLength={10_000} showCount />
      </Form.Item>
    </>
  );
};
