"""Static files."""

import httpx

from web.rendering import manifest


async def test_a_style_sheet_comes_compressed_and_is_kept_for_ever(site: httpx.AsyncClient) -> None:
    answer = await site.get(manifest()["portal.comuni.css"], headers={"accept-encoding": "br"})
    assert answer.status_code == 200
    assert answer.headers["content-encoding"] == "br"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/css")
    assert ":root" in answer.text
    assert "set-cookie" not in answer.headers


async def test_nothing_outside_the_folder_is_served(site: httpx.AsyncClient) -> None:
    assert (await site.get("/static/../pyproject.toml")).status_code == 404
    assert (await site.get("/static/%2e%2e/pyproject.toml")).status_code == 404
