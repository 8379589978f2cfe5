"""All steps that are pages with a form, gathered from where their forms are."""

from privacy.inbox.steps import forward_forms, question_forms, small_forms
from privacy.inbox.steps.step_form import StepScreen
from privacy.rights.steps import Step

SCREENS: dict[Step, StepScreen] = {**small_forms.SCREENS, **question_forms.SCREENS, **forward_forms.SCREENS}
