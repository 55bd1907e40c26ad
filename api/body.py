"""A request's body, as long as it is not too long."""

from fastapi import HTTPException, Request


async def read_body(request: Request, most: int) -> bytes:
    """The bytes of a body of at most so many. Raises 413 without reading on."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise HTTPException(413, f"the body is larger than {most} bytes")
    return bytes(body)
