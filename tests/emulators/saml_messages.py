"""Messages for the demo SAML providers, right ones to be broken in one place, and the reason of a refusal."""

import re

from domain.access.gateways.saml.bindings import send
from domain.access.gateways.saml.parties import Binding, Departure
from domain.access.gateways.saml.xml_safety import Node, parse_xml
from tests.domain.access.gateways.saml.two_sides import pair
from tests.emulators.saml_scene import RELAY_STATE, SamlScene


def unsigned(scene: SamlScene) -> Node:
    """A right request before it is signed."""
    return parse_xml(scene.ask(binding=Binding.REDIRECT).xml)


def departure(scene: SamlScene, root: Node, *, relay_state: str = RELAY_STATE) -> Departure:
    """The message, signed, on its way by form."""
    address = scene.provider.sign_in[Binding.POST]
    binding = Binding.POST
    return send(root, pair("us"), parameter="SAMLRequest", address=address, binding=binding, relay_state=relay_state)[0]


async def refusal(scene: SamlScene, sent: Departure) -> str:
    """Why the provider does not want the message."""
    answer = await scene.send(sent)
    assert answer.status_code == 400, answer.headers
    found = re.search(r"<code lang=\"en\">(.*)</code>", answer.text)
    assert found
    return found.group(1)
