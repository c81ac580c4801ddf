using System.Text.Json.Nodes;
using CleanIssuing.StripeSandbox.State;

namespace CleanIssuing.StripeSandbox.Api;

/// <summary>A call that has passed authentication and the check of its parameters.</summary>
/// <param name="Account">The account it is for: the platform, or the one that <c>Stripe-Account</c> names.</param>
/// <param name="ApiVersion">The version it asks for, where it does.</param>
/// <param name="Id">The id in the path, where there is one.</param>
/// <param name="Parameters">The parameters, read.</param>
/// <param name="Options">What Stripe would answer where its documents do not say.</param>
internal sealed record ApiCall(
    string Account, string? ApiVersion, string Id, JsonObject Parameters, SandboxOptions Options, ObjectStore Store, DateTimeOffset Now)
{
    public string? Text(string name) => Parameters[name]?.GetValue<string>();

    public long? Number(string name) => Parameters[name]?.GetValue<long>();

    /// <summary>The account's object that the path names.</summary>
    /// <exception cref="StripeApiException">There is none.</exception>
    public JsonObject Find(ObjectKind kind, string what) => Store.Find(kind, Id, Account) ?? throw StripeApiException.Missing(what, Id);

    /// <summary>Changes the object that the path names, and tells of it.</summary>
    /// <param name="before">What it is now.</param>
    public JsonObject Change(ObjectKind kind, string type, JsonObject before, Action<JsonObject> change)
    {
        var changed = Store.Update(kind, Id, change)!;
        Tell(type, changed, before);
        return changed;
    }

    /// <summary>Tells the webhook endpoints what the object is now.</summary>
    /// <param name="before">What it was before a change; the event says what of it is different now.</param>
    public void Tell(string type, JsonObject shown, JsonObject? before = null) =>
        Webhooks.Add(Store, Account, type, shown, Now, before is null ? null : PreviousAttributes.Of(before, shown));
}
