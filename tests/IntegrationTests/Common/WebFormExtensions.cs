using System.Net;

namespace CleanIssuing.IntegrationTests.Common;

internal static class WebFormExtensions
{
    public static async Task<WebForm> FormAsync(this HttpUser person, string path, string field) =>
        WebForm.Read(await person.GetAsync(path), path, field);

    /// <summary>The card page's form, as one of its buttons sends it.</summary>
    public static async Task<WebForm> ButtonAsync(this HttpUser person, string path, string handler)
    {
        var form = WebForm.Read(await person.GetAsync(path), path, "RequestId");
        form.Action = $"{path}?handler={handler}";
        return form;
    }

    public static async Task<(HttpStatusCode Status, string Body)> SendAsync(this HttpUser person, WebForm form, string? button = null)
    {
        if (button is not null)
            form["action"] = button;
        using var response = await person.Http.PostAsync(form.Action, form.Content);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Sends a form that leads on, and says where to.</summary>
    public static async Task<string> LedToAsync(this HttpUser person, WebForm form, string? button)
    {
        if (button is not null)
            form["action"] = button;
        using var response = await person.Http.PostAsync(form.Action, form.Content);
        response.StatusCode.ShouldBe(HttpStatusCode.Found, await response.Content.ReadAsStringAsync());
        return response.Headers.Location!.OriginalString;
    }
}
