"""What follows what happened to an application, a file for each theme. The queue knows a reaction by this package and
its name, so it may move from one file to another while messages wait."""

import domain.intake.reactions.bandi
import domain.intake.reactions.contact_requests
import domain.intake.reactions.filing
import domain.intake.reactions.offices
import domain.intake.reactions.proceeding
import domain.intake.reactions.signatures
import domain.intake.reactions.visas
import domain.intake.reactions.watch  # noqa: F401 - importing reactions registers them
