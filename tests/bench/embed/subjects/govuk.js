// As its own guide says, but with those two components alone.
import { createAll, ExitThisPage, Radios } from 'govuk-frontend';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
createAll(Radios);
createAll(ExitThisPage);
