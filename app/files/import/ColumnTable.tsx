import { schemaOf, type Properties, type SchemaId } from '../../../geo/index.ts';
import { useWords, type Say, type SayCode } from '../../i18n/index.ts';
import { sayField, sayUnit } from '../../i18n/say-field.ts';
import { confidenceOf, sampleOf, type FieldChoice } from './field-choice.ts';

interface ColumnTableProps {
  schema: SchemaId;
  choices: readonly FieldChoice[];
  sample: readonly Properties[];
  /** Columns that are read as coordinates. */
  places: readonly string[];
  onChoose: (column: string, field: string | null) => void;
}

/** One row a column: what it holds, which field it becomes, and how sure the guess is. */
export function ColumnTable({ schema, choices, sample, places, onChoose }: ColumnTableProps) {
  const { say } = useWords();
  return (
    <div className="import-scroll">
      <table className="import-table">
        <thead><tr><th>{say('import.column')}</th><th>{say('import.sample')}</th><th>{say('import.field')}</th><th>{say('import.confidence')}</th></tr></thead>
        <tbody>
          {choices.map((choice) => (
            <tr key={choice.column} data-matched={choice.field !== null}>
              <th scope="row">{choice.column}</th>
              <td className="import-sample" title={sampleOf(sample, choice.column)}>{sampleOf(sample, choice.column)}</td>
              <td><FieldSelect schema={schema} choice={choice} choices={choices} isPlace={places.includes(choice.column)} onChoose={onChoose} /></td>
              <td>{choice.field !== null || !places.includes(choice.column) ? <ConfidenceMark choice={choice} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FieldSelect({ schema, choice, choices, isPlace, onChoose }: Omit<ColumnTableProps, 'sample' | 'places'> & { choice: FieldChoice; isPlace: boolean }) {
  const { say, sayCode } = useWords();
  const user = new Map(choices.map(({ column, field }) => [field, column]));
  const label = (name: string) => {
    const field = fieldLabel(schema, name, sayCode, say);
    const column = user.get(name);
    return column !== undefined && column !== choice.column && choice.reason !== 'part' ? say('import.usedBy', { field, column }) : field;
  };
  return (
    <select
      className="select" aria-label={say('import.fieldOf', { column: choice.column })} value={choice.field ?? ''}
      onChange={(event) => onChoose(choice.column, event.target.value || null)}
    >
      <option value="">{say(isPlace ? 'import.place' : 'import.keep')}</option>
      {schemaOf(schema).fields.map(({ name }) => <option key={name} value={name}>{label(name)}</option>)}
    </select>
  );
}

function fieldLabel(schema: SchemaId, name: string, sayCode: SayCode, say: Say): string {
  const unit = sayUnit(schemaOf(schema).fields.find((field) => field.name === name)?.unit, sayCode);
  const field = sayField(schema, name, sayCode);
  return unit ? say('import.withUnit', { field, unit }) : field;
}

function ConfidenceMark({ choice }: { choice: FieldChoice }) {
  const { say } = useWords();
  const kind = confidenceOf(choice);
  return (
    <span className="confidence" data-kind={kind}>
      <span className="meter" aria-hidden="true"><i style={{ transform: `scaleX(${choice.confidence})` }} /></span>
      {say(`import.${kind}`)}
    </span>
  );
}
