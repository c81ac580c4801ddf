using System.Text.Json.Nodes;

namespace CleanIssuing.StripeSandbox.Api;

/// <summary>A refusal in the form in which Stripe gives it (https://docs.stripe.com/api/errors).</summary>
internal sealed class StripeApiException(int status, string type, string message, string? code = null, string? parameter = null)
    : Exception(message)
{
    public int Status { get; } = status;

    public JsonObject ToJson()
    {
        var error = new JsonObject { ["message"] = Message, ["type"] = type };
        if (code is not null)
        {
            error["code"] = code;
            error["doc_url"] = "https://stripe.com/docs/error-codes/" + code.Replace('_', '-');
        }

        if (parameter is not null)
            error["param"] = parameter;
        return new JsonObject { ["error"] = error };
    }

    public static StripeApiException Invalid(string message, string? code = null, string? parameter = null, int status = 400) =>
        new(status, "invalid_request_error", message, code, parameter);

    public static StripeApiException Missing(string what, string id, string parameter = "id", int status = 404) =>
        Invalid($"No such {what}: '{id}'", "resource_missing", parameter, status);
}
