using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanIssuing.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ControlsOfCardholders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_ControlChanges_CardId_Length",
                table: "ControlChanges");

            migrationBuilder.RenameColumn(
                name: "CardId",
                table: "ControlChanges",
                newName: "OwnerId");

            migrationBuilder.RenameIndex(
                name: "IX_ControlChanges_CardId_Id",
                table: "ControlChanges",
                newName: "IX_ControlChanges_OwnerId_Id");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ControlChanges_OwnerId_Length",
                table: "ControlChanges",
                sql: "length(\"OwnerId\") <= 255");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_ControlChanges_OwnerId_Length",
                table: "ControlChanges");

            migrationBuilder.RenameColumn(
                name: "OwnerId",
                table: "ControlChanges",
                newName: "CardId");

            migrationBuilder.RenameIndex(
                name: "IX_ControlChanges_OwnerId_Id",
                table: "ControlChanges",
                newName: "IX_ControlChanges_CardId_Id");

            migrationBuilder.AddCheckConstraint(
                name: "CK_ControlChanges_CardId_Length",
                table: "ControlChanges",
                sql: "length(\"CardId\") <= 255");
        }
    }
}
