import '@fulian/elements/react';

// Each line below a `wrong` must be refused, and no other.
export const faults = [
  // wrong: no such appearance
  <fl-help-form appearance="pink" />,
  // wrong: a number is no code
  <fl-help-form federation={990101000000} />,
  // wrong: text where yes or no is asked
  <fl-client elder="maybe" />,
  // wrong: a step has a name
  <fl-help-form onfl-step={(event: CustomEvent<{ step: number }>) => event} />,
  // wrong: nothing is told of what was submitted
  <fl-help-form onfl-submitted={(event) => event.detail.number} />,
  // wrong: labels are a list
  <fl-service-map labels="清溪县" />,
  // wrong: no such property
  <fl-quick-exit colour="red" />,
  // wrong: no such element
  <fl-help-page />,
];
