using Microsoft.AspNetCore.Http.Metadata;

namespace CleanIssuing.WebUi.Http;

/// <summary>
/// An address that the portal's own scripts call: JSON answers, the antiforgery token in a header, and a body of no more than a few ids.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class JsonEndpointAttribute : JsonAnswerAttribute, IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => 16 * 1024;
}
