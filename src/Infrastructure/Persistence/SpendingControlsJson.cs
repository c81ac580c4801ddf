using System.Text.Json;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>Writes spending controls into a column.</summary>
internal static class ControlsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write(SpendingControls controls) => JsonSerializer.Serialize(SpendControlsInput.From(controls), Options);

    public static string Write(SpendControlsInput change) => JsonSerializer.Serialize(change, Options);

    public static SpendingControls Read(string text) =>
        text.Length <= 2 ? SpendingControls.None : SpendingControls.None.With(ReadInput(text).ToChange());

    public static SpendControlsInput ReadInput(string text) => JsonSerializer.Deserialize<SpendControlsInput>(text, Options)!;
}
