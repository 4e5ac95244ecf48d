import { startForm } from './app/steps.js';

startForm();
