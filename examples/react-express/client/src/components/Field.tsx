import type { ComponentProps } from 'react';

interface FieldProps extends Omit<ComponentProps<'input'>, 'onChange'> {
  label: string;
  onChange: (value: string) => void;
}

export function Field({ label, onChange, ...props }: FieldProps) {
  return (
    <label className="field">
      {label}
      <input required {...props} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
